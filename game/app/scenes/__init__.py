"""Screens; each returns Push, Pop, Swap or None and touches nothing else."""
