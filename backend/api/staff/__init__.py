"""The staff API: filterable tables for those who run the network (graphene-django)."""
