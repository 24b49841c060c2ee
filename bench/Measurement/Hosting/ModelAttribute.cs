namespace Bench.Measurement.Hosting;

/// <summary>Marks an assembly as a model: its public workload classes are that model's lanes.</summary>
/// <param name="id">Permanent lower-case id; colours and markers derive from it.</param>
/// <param name="title">A few words for charts and tables.</param>
/// <param name="summary">How the model does its work, in a sentence.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModelAttribute(string id, string title, string summary) : Attribute
{
    public string Id { get; } = id;
    public string Title { get; } = title;
    public string Summary { get; } = summary;

    /// <summary>
    /// True for a model that is measured when it is named, or with <c>--models all</c>: a run without <c>--models</c> compares
    /// the four that the article speaks of, and keeps its length as models are added.
    /// </summary>
    public bool OnRequest { get; init; }

    /// <summary>
    /// Where the code of a lane is that is not C#, from the model's folder, with <c>{id}</c> for the workload's id or <c>{name}</c>
    /// for its class; null for a model whose lanes are their classes.
    /// </summary>
    public string? Code { get; init; }
}
