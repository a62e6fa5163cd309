"""Read news commentary: who is in it, how sure it sounds, and the sentences behind every number."""
