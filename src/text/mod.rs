pub mod extents;
