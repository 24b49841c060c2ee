using System.Globalization;

namespace Bench.Analysis.Decisions;

/// <summary>How much each criterion counts in what an option costs; only the ratios of weights matter.</summary>
/// <param name="ById">By the word of the criterion; not negative, not all zero.</param>
public sealed record Weights(IReadOnlyDictionary<string, double> ById)
{
    /// <summary>
    /// The weights where the user names none: what is paid for in operation. Latency counts nothing beyond the requirement,
    /// which has it as a limit.
    /// </summary>
    public static Weights Usual { get; } =
        new(new Dictionary<string, double> { ["processor"] = 1, ["memory"] = 1 });

    /// <summary>The weight of a criterion; 0 for one that was not named.</summary>
    public double Of(Criterion criterion) => ById.GetValueOrDefault(criterion.Id);

    /// <summary>These weights with one of them changed.</summary>
    public Weights With(Criterion criterion, double weight) =>
        new(new Dictionary<string, double>(ById) { [criterion.Id] = weight });

    /// <summary>Reads <c>processor=1,memory=2</c>; what is not named counts nothing.</summary>
    /// <exception cref="FormatException">The text is none; the message says at which column and what was expected.</exception>
    public static Weights Parse(string text) => new WeightsReader(text).Read();

    /// <summary>As it is read: <c>processor=1,memory=1,latency=0,code=0</c>.</summary>
    public override string ToString() =>
        string.Join(
            ',',
            Criterion.Ids.Select(id =>
                string.Create(CultureInfo.InvariantCulture, $"{id}={ById.GetValueOrDefault(id)}")
            )
        );
}
