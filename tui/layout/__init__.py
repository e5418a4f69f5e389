"""From text to wrapped lines, positions and highlight runs; pure, counted in terminal cells."""
