namespace Bench.Workloads;

/// <summary>How large a book's collections are when it opens.</summary>
public enum BookCapacity
{
    /// <summary>Empty: they grow as orders come.</summary>
    Growing,

    /// <summary>Room for as many orders as will rest at once.</summary>
    Preallocated,
}
