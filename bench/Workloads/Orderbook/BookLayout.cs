namespace Bench.Workloads;

/// <summary>How a book keeps the orders that rest in it.</summary>
public enum BookLayout
{
    /// <summary>An object for each order, in linked lists of references.</summary>
    Classes,

    /// <summary>Values in one array, in lists linked by indices.</summary>
    Structs,
}
