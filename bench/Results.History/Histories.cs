namespace Bench.Results.History;

/// <summary>Opens histories.</summary>
public static class Histories
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>True for what names a server, which may hold a password: it is then not to be repeated in a message.</summary>
    public static bool IsServer(string target) => PostgresTarget.IsMeant(target);

    /// <summary>Opens a history and brings it to the newest schema.</summary>
    /// <param name="target">A file, or a PostgreSQL database by URI or connection string.</param>
    /// <param name="create">Make the file when it is not there.</param>
    /// <param name="notice">Told when a server does not answer and is tried again.</param>
    /// <exception cref="ResultsException">It cannot be used: what, where and what next, never with a password.</exception>
    public static IHistoryStore Open(string target, bool create, Action<string> notice) =>
        PostgresTarget.IsMeant(target)
            ? OpenServer(target, RetryRule.Usual, notice)
            : OpenFile(target, create, s_patience);

    internal static IHistoryStore OpenServer(string target, RetryRule rule, Action<string> notice) =>
        Open(new PostgresDatabase(PostgresTarget.Read(target), rule, notice));

    internal static IHistoryStore OpenFile(string target, bool create, TimeSpan patience)
    {
        var path =
            target.Length > 0
                ? Path.GetFullPath(target)
                : throw new ResultsException(
                    "the history's name is empty; give a file or a PostgreSQL database"
                );
        return Directory.Exists(path)
                ? throw new ResultsException($"{path} is a folder; give a file for the history")
            : create || File.Exists(path) ? Open(new SqliteDatabase(path, patience))
            : throw new ResultsException(
                $"{path}: there is no history yet; begin it with ./run.sh history add DIR"
            );
    }

    private static HistoryStore Open(IHistoryDatabase database)
    {
        Migrations.All.Bring(database);
        return new(database);
    }
}
