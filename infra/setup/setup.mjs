/**
 * Makes a fresh clone ready: installed packages and a Java for DynamoDB Local. Plain JavaScript on
 * Node's own modules: it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const javaMin = 17;
const javaPackage = 'openjdk-17-jre-headless';

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), '../..'));

/** @param {string} sentence */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a command where the person sees it; true when it went well. */
const run = (command, ...parameters) =>
  spawnSync(command, parameters, { stdio: 'inherit' }).status === 0;

/** npm writes this file last: older than the lock, the packages are those of another version. */
function arePackagesInstalled() {
  const installed = 'node_modules/.package-lock.json';
  return (
    existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
  );
}

function javaVersion() {
  const { stderr = '', status } = spawnSync('java', ['-version'], { encoding: 'utf8' });
  const [, version = '0'] = /version "(\d+)/u.exec(stderr ?? '') ?? [];
  return status === 0 ? Number(version) : 0;
}

function installJava() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installation de Java (${javaPackage})…`);
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', javaPackage);
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  giveUp(`Node 20.19 ou plus récent est nécessaire ; ici ${process.versions.node}.`);

if (!arePackagesInstalled() && !run('npm', 'ci', '--no-audit', '--no-fund'))
  giveUp('Les paquets n’ont pas pu être installés : vérifiez le réseau, puis relancez.');

if (javaVersion() < javaMin && !(installJava() && javaVersion() >= javaMin))
  giveUp(
    `Java ${javaMin} ou plus récent est nécessaire à la base locale : installez le paquet Debian ${javaPackage}.`,
  );
