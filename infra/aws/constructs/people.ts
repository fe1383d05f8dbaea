import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Stage } from '../stages.ts';

export interface PeopleProps {
  readonly stage: Stage;
  readonly removalPolicy: RemovalPolicy;
}

/**
 * Who signs in: mandate holders, verifiers and head offices, invited one by one. The portal is a
 * public client with PKCE: there is no client secret to lose.
 */
export class People extends Construct {
  readonly userPoolId: string;
  readonly issuer: string;
  readonly clientId: string;

  constructor(scope: Construct, id: string, { stage, removalPolicy }: PeopleProps) {
    super(scope, id);
    const pool = this.#pool(stage, removalPolicy);
    pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `tirelire-${stage.name}-${stage.account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    const client = this.#client(pool, stage);
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    this.userPoolId = pool.userPoolId;
    this.issuer = pool.userPoolProviderUrl;
    this.clientId = client.userPoolClientId;
  }

  #pool({ mailFrom, env, keepsData }: Stage, removalPolicy: RemovalPolicy): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: false,
        requireLowercase: false,
        requireSymbols: false,
        requireUppercase: false,
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      email: UserPoolEmail.withSES({
        fromEmail: mailFrom,
        fromName: 'Tirelire',
        sesRegion: env.region,
        sesVerifiedDomain: mailFrom.slice(mailFrom.indexOf('@') + 1),
      }),
      userInvitation: {
        emailSubject: 'Votre accès à Tirelire',
        emailBody:
          'Bonjour,<br><br>Votre accès à Tirelire, le portail des coopératives scolaires, est ouvert.' +
          '<br>Identifiant\u00a0: {username}<br>Mot de passe provisoire, valable sept jours\u00a0: {####}',
      },
      deletionProtection: keepsData,
      removalPolicy,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG1',
      reason:
        'Twelve characters without composition rules, as NIST SP 800-63B-4 and ANSSI advise: ' +
        'length and refusal of leaked passwords resist, imposed digits and symbols do not.',
    });
    return pool;
  }

  #client(pool: UserPool, { origin }: Stage): UserPoolClient {
    return pool.addClient('Portal', {
      generateSecret: false,
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${origin}/api/session/callback`],
        logoutUrls: [`${origin}/`],
      },
      // Tokens serve once, at the callback; the session is the portal's own.
      accessTokenValidity: Duration.minutes(5),
      idTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
      enableTokenRevocation: true,
    });
  }
}
