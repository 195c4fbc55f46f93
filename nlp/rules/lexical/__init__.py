"""False friends and other words that mean something else."""
