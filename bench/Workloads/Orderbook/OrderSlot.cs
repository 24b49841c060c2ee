namespace Bench.Workloads;

/// <summary>An order that rests, as a value in an array. A slot that is free has only <see cref="Next"/>: the next free one.</summary>
internal struct OrderSlot
{
    public long Id;
    public int Price;
    public int Quantity;
    public int Previous;
    public int Next;
    public bool IsBuy;
}
