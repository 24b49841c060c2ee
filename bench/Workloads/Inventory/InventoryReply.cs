namespace Bench.Workloads;

/// <summary>What the user is told.</summary>
public enum InventoryReply
{
    /// <summary>A lookup's answer.</summary>
    Found,

    /// <summary>The pieces are the user's.</summary>
    Granted,

    /// <summary>Too few are left.</summary>
    SoldOut,
}
