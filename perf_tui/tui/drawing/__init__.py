"""What the screens show, drawn as rows of styled pieces: plain functions without a terminal."""
