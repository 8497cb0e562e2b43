"""What every front end shows alike: the blocks of a page, the glyphs of a console, the themes."""
