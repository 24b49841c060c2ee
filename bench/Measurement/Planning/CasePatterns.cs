using System.IO.Enumeration;

namespace Bench.Measurement.Planning;

/// <summary>Which cases are asked for: patterns over their ids, in which <c>*</c> stands for any text and <c>?</c> for one character.</summary>
/// <param name="Patterns">A case is asked for when one of them matches its whole id; none asks for every case.</param>
public sealed record CasePatterns(IReadOnlyList<string> Patterns)
{
    /// <summary>Every case.</summary>
    public static CasePatterns All { get; } = new([]);

    public bool Match(string id) => Patterns.Count == 0 || Patterns.Any(pattern => Matches(pattern, id));

    /// <summary>The first pattern that matches none of the ids; null when each has one.</summary>
    public string? Unused(IReadOnlyCollection<string> ids) =>
        Patterns.FirstOrDefault(pattern => !ids.Any(id => Matches(pattern, id)));

    private static bool Matches(string pattern, string id) =>
        FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false);
}
