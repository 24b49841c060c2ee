namespace Bench.Analysis;

/// <summary>Commits as tables have them.</summary>
public static class CommitName
{
    private const int Letters = 10;

    /// <summary>The beginning of a commit, with the mark of a tree with changes; <c>unknown</c> for none.</summary>
    public static string Short(string? commit) =>
        commit is null ? "unknown"
        : commit.Split('+', 2) is [{ Length: > Letters } hash, .. var changes]
            ? string.Join('+', [hash[..Letters], .. changes])
        : commit;
}
