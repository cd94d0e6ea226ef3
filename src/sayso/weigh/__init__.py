"""Assertions and the register go in; who stands where, and with which numbers, comes out.

Rules: WEIGHING.md. Everything here is a pure function; nothing is stored.
"""
