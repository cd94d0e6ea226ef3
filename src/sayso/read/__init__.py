"""In: bytes of files, feeds and pages. Out: `Report`s, fixed for ever; see `paths.read_path`."""
