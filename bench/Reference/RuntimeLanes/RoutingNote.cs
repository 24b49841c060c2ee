namespace Bench.RuntimeLanes;

/// <summary>What a unit of a runtime's handlers noted.</summary>
/// <param name="What">It took over, failed on an event, handled or refused one.</param>
/// <param name="Unit">Number of the unit.</param>
/// <param name="Event">Number of the event; −1 for none.</param>
/// <param name="At">When, nanoseconds from the start of the schedule.</param>
internal sealed record RoutingNote(long What, long Unit, long Event, long At)
{
    public const int Fields = 4;
    public const long TookOver = 0;
    public const long FailedOn = 1;
    public const long Handled = 2;

    public static RoutingNote Of(long[] fields) =>
        fields is [var what, var unit, var item, var at] ? new(what, unit, item, at) : new(-1, -1, -1, 0);
}
