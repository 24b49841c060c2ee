namespace Bench.Measurement.Faults;

/// <summary>Something that happens to a cluster. Each is a class of this folder's; nothing lists them.</summary>
public abstract class Fault
{
    /// <summary>All faults, by id.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. typeof(Fault)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Fault)))
            .Select(type => (Fault)Activator.CreateInstance(type)!)
            .OrderBy(fault => fault.Id, StringComparer.Ordinal),
    ];

    /// <summary>Permanent lower-case id. What comes before a dash names its kind: to ask for that is to ask for all of it.</summary>
    public abstract string Id { get; }

    /// <summary>The fault in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>Why this machine does not allow it; null when it does.</summary>
    public virtual string? WhyNot => null;

    /// <summary>The node that it hits, of so many; the first that it hits, where it hits several.</summary>
    public abstract int Hits(int nodes);

    /// <summary>Does it, and undoes what would last. Returns when all has been done.</summary>
    public abstract void Inject(IFaultyCluster cluster);
}
