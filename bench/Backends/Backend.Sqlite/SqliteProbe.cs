using Bench.Measurement.Backend;
using Bench.Measurement.Hosting;
using Microsoft.Data.Sqlite;

namespace Bench.Backend.Sqlite;

/// <summary>Makes a file and deletes it.</summary>
public sealed class SqliteProbe : IBackendProbe
{
    public bool TakesAddress => false;

    public string? WhyNot(int limit)
    {
        try
        {
            var file = new SqliteFile();
            file.Make("CREATE TABLE trial (id integer)");
            file.Close();
            return null;
        }
        catch (Exception error)
            when (error
                    is LaneFailureException
                        or SqliteException
                        or IOException
                        or UnauthorizedAccessException
                        or TypeInitializationException
                        or DllNotFoundException
            )
        {
            return $"sqlite: no file can be made in {Path.GetTempPath()} ({error.GetBaseException().Message.ReplaceLineEndings(" ")}); set TMPDIR to a folder that can be written";
        }
    }
}
