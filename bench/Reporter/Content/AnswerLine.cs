using Bench.Analysis;
using Bench.Reporter.Words;

namespace Bench.Reporter.Content;

/// <summary>An answer and the place that it holds for.</summary>
/// <param name="Workload">Id of the workload.</param>
/// <param name="Place">Parameters and terms.</param>
/// <param name="Text">The answer.</param>
internal sealed record AnswerLine(string Workload, string Place, string Text)
{
    public static AnswerLine Of(Scenario scenario)
    {
        var sentence = Answers.For(scenario, scenario.Metric).Sentence;
        var prefix = $"{scenario.Title}: ";
        var text = sentence.StartsWith(prefix, StringComparison.Ordinal)
            ? sentence[prefix.Length..]
            : sentence;
        return new(
            scenario.Workload.Id,
            ScenarioWords.Place(scenario),
            text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]
        );
    }

    /// <summary>All of it in one line.</summary>
    public string Sentence => $"{Workload}, {Place}: {Text}";
}
