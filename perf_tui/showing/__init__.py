"""What all front ends share: the blocks of a page, the glyphs of a console, the themes."""
