using System.Reflection;
using System.Text.Json.Serialization;
using Bench.Analysis;
using Bench.Analysis.Claims;
using Bench.Analysis.Words;
using Xunit;

namespace Bench.Tests.Analysis.Words;

/// <summary>Whatever stands in a table or in JSON can be looked up.</summary>
public sealed class GlossaryTests
{
    [Fact]
    public void Every_metric_of_the_catalogue_is_explained() =>
        Assert.Empty(
            Metrics
                .All.Where(metric => Glossary.Find(metric.Id) is not { Kind: "metric" })
                .Select(metric => metric.Id)
        );

    [Fact]
    public void A_metric_says_which_way_is_better() =>
        Assert.All(
            Metrics.All,
            metric =>
                Assert.StartsWith(
                    metric.HigherIsBetter ? "More is better." : "Less is better.",
                    Glossary.Find(metric.Id)!.Reading,
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void Every_verdict_and_every_outcome_of_a_claim_is_explained()
    {
        var words = WordsOf<Outcome>().Concat(WordsOf<ClaimOutcome>());

        Assert.DoesNotContain(words, word => Glossary.Find(word) is null);
    }

    [Fact]
    public void No_word_is_explained_twice() =>
        Assert.DoesNotContain(Glossary.All.CountBy(entry => entry.Word), pair => pair.Value > 1);

    private static IEnumerable<string> WordsOf<T>()
        where T : struct, Enum =>
        typeof(T)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field =>
                field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
                ?? field.Name.ToLowerInvariant()
            );
}
