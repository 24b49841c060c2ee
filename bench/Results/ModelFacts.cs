namespace Bench.Results;

/// <summary>What a report needs to know of a model.</summary>
/// <param name="Id">Permanent id.</param>
/// <param name="Title">A few words.</param>
/// <param name="Summary">How it does its work, in a sentence.</param>
public sealed record ModelFacts(string Id, string Title, string Summary)
{
    /// <summary>Primitives that its library adds to those of .NET: what counts in its lanes' code.</summary>
    /// <remarks>As with every field that is younger than the schema: older files lack it, and the generated reader then gives null.</remarks>
    public List<ConcurrencyPrimitive> Primitives
    {
        get;
        init => field = value ?? [];
    } = [];
}
