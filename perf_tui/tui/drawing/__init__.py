"""What the screens show, drawn as rows of styled pieces by plain functions without a terminal."""
