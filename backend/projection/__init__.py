"""From the tables to the graph: mapping, relay, rebuild, verify, status."""
