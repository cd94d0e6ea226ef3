"""The command line: every command there is, and what becomes of an error."""

import os
import sys
from typing import Annotated

import typer

from sayso import __version__
from sayso.errors import SaysoError
from sayso.show import gazetteering, judging, looking, quoting, reading, releasing
from sayso.show.options import stop

app = typer.Typer(
    help=(
        "A ledger of claims from conflict reporting: who says so, who disputes it,"
        " and how many really stand behind it."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

COMMANDS = (
    reading.demo, reading.read, reading.annotate, quoting.quotes,
    looking.claims, looking.claim, looking.who, looking.diff, looking.export, looking.serve,
    judging.judge, judging.withdraw, releasing.release, judging.rules, judging.rows,
)  # fmt: skip
for command in COMMANDS:
    app.command()(command)
app.add_typer(gazetteering.app, name="gazetteer")


def main() -> None:
    """The entry point: what goes wrong on purpose is one line on standard error and exit code 2."""
    try:
        app()
    except SaysoError as error:
        stop(str(error))
    except BrokenPipeError:
        # The reader of our output has had enough (`| head`); Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Options that stand before a command."""


if __name__ == "__main__":
    main()
