using Bench.Measurement.Clocks;
using Bench.Measurement.Load;

namespace Bench.Workloads;

/// <summary>One call to the authority about the tokens of some requests. The lane makes the call; one unit at a time uses it.</summary>
public sealed class TokenCheck
{
    private readonly TokenAuthority _authority;

    internal TokenCheck(
        IReadOnlyList<Call<GatewayRequest, GatewayReply>> calls,
        TimeSpan serviceTime,
        TokenAuthority authority
    )
    {
        (Calls, ServiceTime, _authority) = (calls, serviceTime, authority);
        Record = new([.. calls.Select(call => call.Request)], serviceTime, SystemClock.Timestamp);
    }

    /// <summary>Whose tokens are checked.</summary>
    public IReadOnlyList<Call<GatewayRequest, GatewayReply>> Calls { get; }

    /// <summary>How long the backend takes for it.</summary>
    public TimeSpan ServiceTime { get; }

    internal CheckRecord Record { get; }

    /// <summary>The backend has answered: what it says of each token, in the order of <see cref="Calls"/>.</summary>
    public IReadOnlyList<GatewayReply> Replies()
    {
        Record.EndedAt = SystemClock.Timestamp;
        return
        [
            .. Calls.Select(call =>
                _authority.IsValid(call.Request.Token) ? GatewayReply.Allowed : GatewayReply.Denied
            ),
        ];
    }
}
