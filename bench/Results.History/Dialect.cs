namespace Bench.Results.History;

/// <summary>The words in which the two databases' data definition differs, as they stand in braces in migrations.</summary>
/// <param name="Identity">Type of a key that the database numbers.</param>
/// <param name="Bytes">Type of bytes.</param>
/// <param name="Clustered">What follows a table that is kept in the order of its key.</param>
internal sealed record Dialect(string Identity, string Bytes, string Clustered)
{
    public static Dialect Sqlite { get; } = new("INTEGER", "BLOB", " WITHOUT ROWID");

    public static Dialect Postgres { get; } = new("INTEGER GENERATED ALWAYS AS IDENTITY", "BYTEA", "");

    public string Translate(string sql) =>
        sql.Replace("{identity}", Identity, StringComparison.Ordinal)
            .Replace("{bytes}", Bytes, StringComparison.Ordinal)
            .Replace("{clustered}", Clustered, StringComparison.Ordinal);
}
