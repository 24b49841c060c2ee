using System.Data.Common;
using Dapper;

namespace Bench.Results.History;

/// <summary>One transaction: what is asked in it belongs together.</summary>
internal sealed class Session(DbTransaction transaction)
{
    public DbTransaction Transaction => transaction;

    public DbConnection Connection => transaction.Connection!;

    /// <summary>Rows by name of column; columns and properties differ in case at most.</summary>
    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) =>
        Connection.Query<T>(sql, parameters, transaction).AsList();

    /// <summary>The same, row by row as they come.</summary>
    public IEnumerable<T> Stream<T>(string sql, object? parameters = null) =>
        Connection.Query<T>(sql, parameters, transaction, buffered: false);

    /// <summary>Each of the parameters once when they are a list.</summary>
    public void Execute(string sql, object? parameters = null) =>
        Connection.Execute(sql, parameters, transaction);
}
