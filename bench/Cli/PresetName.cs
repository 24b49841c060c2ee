using Bench.Measurement.Hosting;

namespace Bench.Cli;

/// <summary>Presets as words.</summary>
internal static class PresetName
{
    private static readonly Presets[] s_all =
    [
        Presets.Smoke,
        Presets.Quick,
        Presets.Standard,
        Presets.Full,
        Presets.Savina,
    ];

    /// <summary>All presets at once.</summary>
    public static Presets Any { get; } = s_all.Aggregate(Presets.None, (all, preset) => all | preset);

    public static IReadOnlyList<string> Of(Presets presets) =>
        [.. s_all.Where(preset => presets.HasFlag(preset)).Select(Word)];

    /// <summary>True for the name of a preset.</summary>
    public static bool Is(string word) => Array.Exists(s_all, preset => Word(preset) == word);

    /// <exception cref="UserException">There is no preset of that name.</exception>
    public static Presets Parse(string word) =>
        s_all.FirstOrDefault(preset => Word(preset) == word) is var found && found != Presets.None
            ? found
            : throw new UserException(
                $"unknown preset '{word}'; there are: {string.Join(", ", s_all.Select(Word))}"
            );

    /// <summary>Rounds that a preset runs unless told otherwise.</summary>
    public static int Rounds(Presets preset) =>
        preset switch
        {
            Presets.Smoke => 1,
            Presets.Quick => 5,
            Presets.Standard => 5,
            Presets.Savina => 5,
            _ => 30,
        };

    private static string Word(Presets preset) => preset.ToString().ToLowerInvariant();
}
