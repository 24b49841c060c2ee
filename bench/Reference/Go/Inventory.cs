namespace Bench.Go;

/// <summary>Goroutines take requests from one buffered channel and wait for the backend; one that keeps the stock takes what they hand on.</summary>
public class Inventory : RuntimeLanes.Inventory;
