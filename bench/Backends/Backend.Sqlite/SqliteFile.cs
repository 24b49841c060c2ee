using System.Data.Common;
using Bench.Databases;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Bench.Backend.Sqlite;

/// <summary>
/// A file in a folder of its own among the system's temporary ones. Readers have connections from the driver's pool and never wait
/// (write-ahead log); there is one writer, as SQLite has it, and a commit is on the disk when it returns (synchronous = FULL).
/// </summary>
internal sealed class SqliteFile : Database
{
    private readonly TemporaryFolder _folder;
    private readonly SqliteConnection _connection;
    private readonly Writer _writer = new();
    private readonly string _readers;
    private bool _closed;

    public SqliteFile()
    {
        _folder = TemporaryFolder.Create();
        var path = Path.Combine(_folder.Path, "bench.db");
        _readers = new SqliteConnectionStringBuilder { DataSource = path }.ConnectionString;
        _connection = new(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString
        );
        _connection.Open();
        _connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    }

    /// <summary>The folder that it is in.</summary>
    public string Folder => _folder.Path;

    public override string Growing => "integer PRIMARY KEY AUTOINCREMENT";

    public override string? Locking => null;

    protected override DbConnection Owner => _connection;

    public override void Run(bool writes, Func<Session, ValueTask> work)
    {
        if (writes)
        {
            _writer.Run(() => Write(work));
        }
        else
        {
            Read(work);
        }
    }

    // The driver's asynchronous methods are synchronous. Whoever must not block has a thread that writes, and reads on the pool.
    public override ValueTask RunAsync(bool writes, Func<Session, ValueTask> work) =>
        new(writes ? _writer.RunAsync(() => Write(work)) : Task.Run(() => Read(work)));

    public override string Words(Exception error) =>
        $"sqlite: {_folder.Path}: {error.Message.ReplaceLineEndings(" ")}; see that the folder can be written and has room, then resume the run";

    public override void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        _writer.Dispose();
        _connection.Dispose();
        using (var reader = new SqliteConnection(_readers))
        {
            SqliteConnection.ClearPool(reader);
        }

        _folder.Delete();
    }

    private void Write(Func<Session, ValueTask> work) => Done(work(new(_connection, isAsynchronous: false)));

    private void Read(Func<Session, ValueTask> work)
    {
        using var connection = new SqliteConnection(_readers);
        connection.Open();
        Done(work(new(connection, isAsynchronous: false)));
    }

    // It is complete already: this throws what went wrong.
    private static void Done(ValueTask work) => work.AsTask().GetAwaiter().GetResult();
}
