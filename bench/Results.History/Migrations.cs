using System.Globalization;
using System.Reflection;

namespace Bench.Results.History;

/// <summary>Brings a database to the newest schema, or says why it cannot be a history.</summary>
internal sealed class Migrations(IReadOnlyList<Migration> steps)
{
    private const string VersionTable = "history_version";

    /// <summary>The numbered files of this assembly.</summary>
    public static Migrations All { get; } = new(Embedded());

    public IReadOnlyList<Migration> Steps => steps;

    /// <summary>Applies what is missing: all of it or nothing, and once however many try at the same time.</summary>
    /// <exception cref="ResultsException">The database is of something else, or of a newer suite.</exception>
    public void Bring(IHistoryDatabase database)
    {
        if (database.Read(session => VersionOf(session, database)) < steps.Count)
        {
            database.Write(session =>
            {
                database.LockSchema(session);
                // Another may have been faster.
                Apply(session, database, VersionOf(session, database));
                return true;
            });
        }
    }

    private void Apply(Session session, IHistoryDatabase database, int version)
    {
        if (version == 0)
        {
            session.Execute(
                $"CREATE TABLE {VersionTable} (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL)"
            );
        }

        foreach (var step in steps.Skip(version))
        {
            session.Execute(database.Dialect.Translate(step.Sql));
            session.Execute(
                $"INSERT INTO {VersionTable} (version, applied_at) VALUES (@Version, @AppliedAt)",
                new { step.Version, AppliedAt = Stamp.Of(DateTimeOffset.UtcNow) }
            );
        }
    }

    private int VersionOf(Session session, IHistoryDatabase database)
    {
        var tables = database.Tables(session);
        if (!tables.Contains(VersionTable))
        {
            return tables.Count == 0
                ? 0
                : throw new ResultsException(
                    $"{database.Name} is no history but a database of something else (its tables: {string.Join(", ", tables.Order(StringComparer.Ordinal).Take(3))}); give another file or database"
                );
        }

        var version = session.Query<int>($"SELECT COALESCE(MAX(version), 0) FROM {VersionTable}").Single();
        return version <= steps.Count
            ? version
            : throw new ResultsException(
                $"{database.Name} has schema version {version}, but this suite knows up to {steps.Count}; use the version of the suite that wrote it, or a newer one"
            );
    }

    private static List<Migration> Embedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new Migration(
                    int.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture),
                    Text(assembly, name)
                )),
        ];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
