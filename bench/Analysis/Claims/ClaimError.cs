using Bench.Results;

namespace Bench.Analysis.Claims;

/// <summary>What is wrong with a claim file, as one line that names file and line.</summary>
internal static class ClaimError
{
    public static ResultsException At(string file, int line, string what) => new($"{file}:{line}: {what}");
}
