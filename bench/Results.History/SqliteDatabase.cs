using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Bench.Results.History;

/// <summary>A history in one file.</summary>
/// <param name="path">The file; made with its folder when it is not there.</param>
/// <param name="patience">How long to wait while another process writes to it.</param>
internal sealed class SqliteDatabase(string path, TimeSpan patience) : IHistoryDatabase
{
    private readonly string _connection = new SqliteConnectionStringBuilder
    {
        DataSource = path,
        ForeignKeys = true,
        DefaultTimeout = (int)Math.Ceiling(patience.TotalSeconds),
        // A file that is closed can be moved or deleted.
        Pooling = false,
    }.ConnectionString;

    public string Name => path;

    public Dialect Dialect => Dialect.Sqlite;

    public T Read<T>(Func<Session, T> read) =>
        Guarded(() =>
        {
            using var connection = Open();
            using var transaction = connection.BeginTransaction(deferred: true);
            return read(new(transaction));
        });

    public T Write<T>(Func<Session, T> write) =>
        Guarded(() =>
        {
            using var connection = Open();
            // At once, so that two writers wait here and not midway, where one of them would have to give up.
            using var transaction = connection.BeginTransaction(deferred: false);
            var result = write(new(transaction));
            transaction.Commit();
            return result;
        });

    public IReadOnlyCollection<string> Tables(Session session) =>
        session.Query<string>(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'"
        );

    /// <remarks>Whoever writes has the whole file.</remarks>
    public void LockSchema(Session session) { }

    [SuppressMessage(
        "Security",
        "CA2100",
        Justification = "Names of tables and columns are constants of this assembly"
    )]
    public void Insert(Session session, string table, string[] columns, IEnumerable<object[]> rows)
    {
        using var command = session.Connection.CreateCommand();
        command.Transaction = session.Transaction;
        var parameters = columns.Select(column => $"@{column}").ToArray();
        command.CommandText =
            $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", parameters)})";
        command.Parameters.AddRange(
            parameters.Select(name => new SqliteParameter { ParameterName = name }).ToArray()
        );
        foreach (var row in rows)
        {
            foreach (var (index, value) in row.Index())
            {
                command.Parameters[index].Value = value;
            }

            command.ExecuteNonQuery();
        }
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var connection = new SqliteConnection(_connection);
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw new ResultsException(Words(error), error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ResultsException($"{path} cannot be opened: {error.Message}", error);
        }
    }

    // Primary result codes, https://www.sqlite.org/rescode.html
    private string Words(SqliteException error) =>
        error.SqliteErrorCode switch
        {
            5 or 6 => string.Create(
                CultureInfo.InvariantCulture,
                $"{path} is locked by another process ({patience.TotalSeconds:0} s waited); let that one end, then repeat the command"
            ),
            8 =>
                $"{path} cannot be written (it or its folder is read-only); change its permissions or give another file",
            11 =>
                $"{path} is damaged ({Message(error)}); restore it from an export or a copy, or give another file",
            13 => $"{path}: the disk is full; nothing was written; make room, then repeat the command",
            14 => $"{path} cannot be opened; give a file that can be read and written",
            26 => $"{path} is no history (not an SQLite file); give another file",
            _ => $"{path} cannot be used ({Message(error)}); repeat the command, or give another file",
        };

    // SQLite Error 11: 'database disk image is malformed'.
    private static string Message(SqliteException error) =>
        error.Message.Split('\'') is [_, var text, ..] ? text : error.Message;
}
