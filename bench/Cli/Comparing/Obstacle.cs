namespace Bench.Cli.Comparing;

/// <summary>Why two runs do not compare, unless the user says that they shall.</summary>
/// <param name="Allow">The word for <c>--allow</c>.</param>
/// <param name="Text">What is in the way.</param>
internal sealed record Obstacle(string Allow, string Text)
{
    public const string Machine = "machine";
    public const string Cases = "cases";
    public const string Invalid = "invalid";

    public static IReadOnlyList<string> Words { get; } = [Machine, Cases, Invalid];
}
