"""One verb a file; game/sim/order.py says when each has its turn."""
