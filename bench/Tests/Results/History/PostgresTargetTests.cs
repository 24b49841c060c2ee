using Bench.Results;
using Bench.Results.History;
using Npgsql;
using Xunit;

namespace Bench.Tests.Results.History;

public sealed class PostgresTargetTests
{
    private const string Secret = "s3cr3t";

    [Theory]
    [InlineData(
        $"postgresql://anna:{Secret}@db.example:5433/bench",
        "postgresql://anna@db.example:5433/bench"
    )]
    [InlineData($"postgres://anna:{Secret}@db.example/bench", "postgresql://anna@db.example:5432/bench")]
    [InlineData("postgresql://db.example/bench", "postgresql://db.example:5432/bench")]
    [InlineData(
        $"Host=db.example;Username=anna;Password={Secret};Database=bench",
        "postgresql://anna@db.example:5432/bench"
    )]
    [InlineData(
        $"PASSWORD={Secret}; Server=db.example; User Id=anna; Port=5433; Database=bench",
        "postgresql://anna@db.example:5433/bench"
    )]
    public void Its_name_has_everything_but_the_password(string text, string name)
    {
        Assert.True(PostgresTarget.IsMeant(text));
        Assert.Equal(name, PostgresTarget.Read(text).Name);
    }

    [Fact]
    public void A_uri_is_read_with_its_escapes_and_options()
    {
        var target = PostgresTarget.Read(
            "postgresql://an%40na:p%2Fw%3A%23@[::1]:5433/my%20db?sslmode=require&application_name=ci"
        );

        var read = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        Assert.Equal(
            ("an@na", "p/w:#", "::1", 5433, "my db", SslMode.Require, "ci"),
            (
                read.Username,
                read.Password,
                read.Host,
                read.Port,
                read.Database,
                read.SslMode,
                read.ApplicationName
            )
        );
    }

    [Theory]
    [InlineData($"postgresql://anna:{Secret}/x@db/bench")]
    [InlineData($"postgresql://anna:12/{Secret}@db/bench")]
    [InlineData($"postgresql://anna:12?{Secret}@db/bench")]
    [InlineData($"postgresql://anna:12#{Secret}@db/bench")]
    [InlineData($"postgresql://anna:{Secret}@db")]
    [InlineData($"postgresql://anna:{Secret}@db/bench?nonsense=1")]
    [InlineData($"postgresql://anna:{Secret}@db/bench?sslmode=perhaps")]
    [InlineData($"mysql://anna:{Secret}@db/bench")]
    [InlineData($"anna:{Secret}@db/bench")]
    [InlineData($"Host=db;Password=a;{Secret};Database=bench")]
    [InlineData($"Host=db;Password=a;{Secret}=b;Database=bench")]
    [InlineData($"Host=db;Port={Secret};Database=bench")]
    [InlineData($"Password={Secret};Database=bench")]
    public void What_cannot_be_read_is_refused_without_repeating_it(string text)
    {
        Assert.True(PostgresTarget.IsMeant(text));
        var error = Assert.Throws<ResultsException>(() => PostgresTarget.Read(text));

        Assert.StartsWith(
            "the history's connection string cannot be read; expected a file, postgresql://",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reports/history.db")]
    [InlineData("/tmp/a=b/history.db")]
    [InlineData("C:\\runs\\history.db")]
    [InlineData("a@b.db")]
    public void A_file_is_no_server(string text) => Assert.False(PostgresTarget.IsMeant(text));
}
