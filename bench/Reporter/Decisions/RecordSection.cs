using Bench.Reporter.Content;
using Bench.Reporter.Words;

namespace Bench.Reporter.Decisions;

/// <summary>A part of a decision record under a heading: paragraphs, then a list, pictures, tables and commands.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Depth">2 for the parts that the form prescribes, 3 for those within them.</param>
internal sealed record RecordSection(string Title, int Depth = 2)
{
    public string Anchor => Slug.Of(Title);

    public string Hashes => new('#', Depth);

    public IReadOnlyList<string> Paragraphs { get; init; } = [];
    public IReadOnlyList<Point> Points { get; init; } = [];
    public IReadOnlyList<Drawing> Figures { get; init; } = [];
    public IReadOnlyList<Table> Tables { get; init; } = [];
    public IReadOnlyList<string> Commands { get; init; } = [];
}
