namespace Bench.Workloads;

/// <summary>One account and its journal. Not safe for several units at once: that is the model's part.</summary>
/// <param name="cents">Opening balance, cents.</param>
public sealed class Account(long cents)
{
    private readonly List<Payment> _debits = [];
    private readonly List<Payment> _credits = [];
    private readonly List<Payment> _declined = [];

    /// <summary>Balance, cents.</summary>
    public long Cents { get; private set; } = cents;

    /// <summary>Every payment that this account has made, in order.</summary>
    public IReadOnlyList<Payment> Debits => _debits;

    /// <summary>Every payment that this account has received, in order.</summary>
    public IReadOnlyList<Payment> Credits => _credits;

    /// <summary>Every payment that the balance did not cover, in order.</summary>
    public IReadOnlyList<Payment> Declined => _declined;

    /// <summary>Takes the amount out, or declines the payment when the balance does not cover it.</summary>
    public bool TryDebit(Payment payment)
    {
        if (Cents < payment.Cents)
        {
            _declined.Add(payment);
            return false;
        }

        Cents -= payment.Cents;
        _debits.Add(payment);
        return true;
    }

    /// <summary>Puts the amount in.</summary>
    public void Credit(Payment payment)
    {
        Cents += payment.Cents;
        _credits.Add(payment);
    }
}
