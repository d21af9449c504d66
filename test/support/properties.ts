import fc from 'fast-check';

// A test that runs out of time goes on behind the tests that follow and says nothing: so shrinking ends in time.
fc.configureGlobal({ interruptAfterTimeLimit: 20_000, markInterruptAsFailure: true });
