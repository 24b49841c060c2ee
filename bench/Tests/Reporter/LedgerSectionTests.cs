using System.Text;
using Bench.Analysis.Claims;
using Bench.Reporter;
using Bench.Tests.Analysis.Claims;
using Bench.Tests.Results;
using Xunit;

namespace Bench.Tests.Reporter;

/// <summary>The ledger of claims in the report.</summary>
public sealed class LedgerSectionTests
{
    private const string Claim = """
        {
          "id": "x", "system": "s", "statement": "Channels & <co> are quicker.", "source": "told", "note": "Little | much.",
          "parts": [
            {
              "title": "p95 at 5,000 users", "relation": "ratio", "metric": "p95", "atMost": 0.3,
              "workload": "inventory", "parameters": { "users": 5000 },
              "told": { "contender": { "model": "channels" }, "baseline": { "model": "threads" } },
              "equal": { "contender": { "model": "channels" }, "baseline": { "model": "threads" } }
            }
          ]
        }
        """;

    [Fact]
    public void Told_stands_beside_equal_with_word_sign_and_interval_before_the_summary()
    {
        using var folder = new TemporaryFolder();
        var (page, markdown) = Draw(folder, ClaimText.Read(Claim));

        Assert.Matches("""<td class="holds">✓ holds<span>0\.\d+× \[0\.\d+× – 0\.\d+×\]</span>""", page);
        Assert.Matches("""<td class="refuted">✗ refuted<span>0\.\d+× \[0\.\d+× – 0\.\d+×\]</span>""", page);
        Assert.Contains(
            "The difference belonged to the configuration, not to the model: p95 at 5,000 users.",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("Channels &amp; &lt;co&gt; are quicker.", page, StringComparison.Ordinal);
        Assert.InRange(
            page.IndexOf("id=\"claims\"", StringComparison.Ordinal),
            page.IndexOf("id=\"answers\"", StringComparison.Ordinal),
            page.IndexOf("id=\"summary\"", StringComparison.Ordinal)
        );
        Assert.Matches(@"\| x: Channels &amp; &lt;co&gt; are quicker\. \| ✓ holds<br>0\.", markdown);
        Assert.Contains(@"- **x:** Little \| much.", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_claim_that_has_samples_there_is_no_section()
    {
        using var folder = new TemporaryFolder();
        var (page, markdown) = Draw(
            folder,
            ClaimText.Read(Claim.Replace("inventory", "elsewhere", StringComparison.Ordinal))
        );

        Assert.DoesNotContain("href=\"#claims\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The article's claims", markdown, StringComparison.Ordinal);
    }

    private static (string Page, string Markdown) Draw(TemporaryFolder folder, Claim claim)
    {
        var manifest = SyntheticRun.Manifest(workloads: ["inventory"]);
        var result = ReportWriter.Write(
            manifest,
            SyntheticRun.Samples(manifest),
            [],
            new(folder.Path),
            [claim]
        );
        return (
            File.ReadAllText(result.IndexPath),
            File.ReadAllText(Path.Combine(folder.Path, "report.md"), Encoding.UTF8)
        );
    }
}
