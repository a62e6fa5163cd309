"""From notebooks to static pages: execute, convert, check, and move into place."""
