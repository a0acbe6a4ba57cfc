"""Who and where else: places alike for an issue, allies around two people, groups of five."""
