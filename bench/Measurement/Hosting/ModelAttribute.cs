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
}
