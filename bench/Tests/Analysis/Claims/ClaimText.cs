using System.Text;
using Bench.Analysis.Claims;

namespace Bench.Tests.Analysis.Claims;

/// <summary>Claim files made up for tests, on the workload <c>ping</c>.</summary>
internal static class ClaimText
{
    public const string File = "bench/Claims/x.json";

    public const string Ratio = """
        "relation": "ratio", "metric": "throughput", "atLeast": 1.3,
        "equal": { "contender": { "workload": "ping", "model": "channels" }, "baseline": { "workload": "ping", "model": "threads" } }
        """;

    /// <summary>A claim of these parts; each part's title is <c>part 1</c>, <c>part 2</c> …</summary>
    public static string Of(params string[] parts) => With("", parts);

    public static string With(string more, params string[] parts) =>
        $$"""
            {
              "id": "x", "system": "s", "statement": "It is so.", "source": "told", "note": "Little.", {{more}}
              "parts": [
            {{string.Join(
                ",\n",
                parts.Select((part, index) => $$"""    { "title": "part {{index + 1}}", {{part}} }""")
            )}}
              ]
            }
            """;

    public static Claim Read(string text) => ClaimFile.Read(Encoding.UTF8.GetBytes(text), File);

    public static Claim Read(params string[] parts) => Read(Of(parts));
}
