using System.Data.Common;
using Dapper;

namespace Bench.Databases;

/// <summary>
/// One connection in use. Statements are written once for both faces: a synchronous session completes every one before it returns it,
/// by the driver's synchronous calls.
/// </summary>
/// <param name="connection">The connection, open.</param>
/// <param name="isAsynchronous">By which of the driver's calls.</param>
public sealed class Session(DbConnection connection, bool isAsynchronous)
{
    private DbTransaction? _transaction;

    /// <summary>Changes rows.</summary>
    /// <returns>How many.</returns>
    public ValueTask<int> Change(string sql, object values) =>
        isAsynchronous
            ? new(connection.ExecuteAsync(sql, values, _transaction))
            : new(connection.Execute(sql, values, _transaction));

    /// <summary>The first value of the first row.</summary>
    /// <returns>Null when there is no row.</returns>
    public ValueTask<T?> First<T>(string sql, object values) =>
        isAsynchronous
            ? new(connection.QueryFirstOrDefaultAsync<T?>(sql, values, _transaction))
            : new(connection.QueryFirstOrDefault<T?>(sql, values, _transaction));

    /// <summary>Does all of the work or, when it fails, nothing.</summary>
    public async ValueTask<T> InTransaction<T>(Func<Session, ValueTask<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var transaction = await Begin().ConfigureAwait(false);
        await using var ended = transaction.ConfigureAwait(false);
        _transaction = transaction;
        var result = await work(this).ConfigureAwait(false);
        await Commit(transaction).ConfigureAwait(false);
        return result;
    }

    private ValueTask<DbTransaction> Begin() =>
        isAsynchronous ? connection.BeginTransactionAsync() : new(connection.BeginTransaction());

    private ValueTask Commit(DbTransaction transaction)
    {
        if (isAsynchronous)
        {
            return new(transaction.CommitAsync());
        }

        transaction.Commit();
        return ValueTask.CompletedTask;
    }
}
