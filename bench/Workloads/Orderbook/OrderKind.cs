namespace Bench.Workloads;

/// <summary>What an order asks for.</summary>
public enum OrderKind
{
    /// <summary>Trade with whoever rests at its price or better; what is left rests.</summary>
    Add,

    /// <summary>Take the order with this id out.</summary>
    Cancel,
}
