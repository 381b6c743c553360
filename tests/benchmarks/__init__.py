"""The benchmark: what the product costs, measured beside a floor or a peer in the same run.

`python3 build/dev.py bench [--quick] --json`. A ratio says something on any machine; an absolute time only on the one that printed it.
"""
