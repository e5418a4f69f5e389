"""The benchmark: `python -m benchmarks` from the repository's root; what it measures is told in docs/performance.md."""
